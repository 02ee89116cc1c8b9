using System.Reflection;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Conformance;

/// <summary>Registered means tested: no adapter without its conformance fixtures.</summary>
public sealed class EveryConnectorTests
{
    public static IEnumerable<Type> Connectors() => Assemblies().Select(Assembly.LoadFrom).SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.IsAssignableTo(typeof(IConnector)) && type is { IsAbstract: false, IsInterface: false });

    public static IEnumerable<Type> Suites() => typeof(ConformanceFixture).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(ConformanceFixture));

    [Test]
    public void Every_connector_assembly_of_the_repository_is_within_reach_of_these_tests()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "connectors"), "*.csproj", SearchOption.AllDirectories);

        Assemblies().Select(Path.GetFileNameWithoutExtension).Should().Contain(projects.Select(Path.GetFileNameWithoutExtension));
    }

    [Test]
    public void There_are_connectors_and_suites_to_look_at()
    {
        Connectors().Should().HaveCountGreaterThanOrEqualTo(2);
        Suites().Should().HaveCountGreaterThanOrEqualTo(5);
    }

    [Test]
    public void Every_connector_has_a_fixture_for_every_suite()
    {
        var there = typeof(ConformanceFixture).Assembly.GetTypes()
            .Where(type => type.IsSealed && type.GetCustomAttribute<ConformanceOfAttribute>() is not null)
            .Select(type => $"{type.BaseType!.Name} of {type.GetCustomAttribute<ConformanceOfAttribute>()!.Connector.Name}");

        there.Should().BeEquivalentTo(Connectors().SelectMany(connector => Suites().Select(suite => $"{suite.Name} of {connector.Name}")));
    }

    [TestCaseSource(nameof(Connectors))]
    public void Every_setting_of_a_connector_says_what_it_does(Type connector)
    {
        var settings = connector.GetConstructor(Type.EmptyTypes) is null ? [] : ((IConnector)Activator.CreateInstance(connector)!).Settings;

        settings.Should().NotContain(setting => !setting.Meaning.EndsWith('.') || setting.Meaning.Length < 10);
        settings.Select(setting => setting.Name).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> Assemblies() => Directory.GetFiles(AppContext.BaseDirectory, "SesamTalk.Connectors.*.dll")
        .Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal));
}
