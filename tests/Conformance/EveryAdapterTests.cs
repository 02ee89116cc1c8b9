using System.Reflection;
using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance;

/// <summary>Registered means tested: no adapter and no shipped definition without its conformance fixtures.</summary>
public sealed class EveryAdapterTests
{
    public static IEnumerable<Type> Connectors() => Assemblies().Select(Assembly.LoadFrom).SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.IsAssignableTo(typeof(IConnector)) && type is { IsAbstract: false, IsInterface: false });

    public static IEnumerable<Type> Suites() => typeof(ConformanceFixture).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(ConformanceFixture));

    public static IEnumerable<LeftOutAttribute> LeftOut() => typeof(ConformanceFixture).Assembly.GetCustomAttributes<LeftOutAttribute>();

    [Test]
    public void Every_connector_assembly_of_the_repository_is_within_reach_of_these_tests()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "connectors"), "*.csproj", SearchOption.AllDirectories);

        Assemblies().Select(Path.GetFileNameWithoutExtension).Should().Contain(projects.Select(Path.GetFileNameWithoutExtension));
    }

    [Test]
    public void There_are_adapters_and_suites_to_look_at()
    {
        Connectors().Should().HaveCountGreaterThanOrEqualTo(3);
        ShippedDefinitions.All.Should().HaveCountGreaterThanOrEqualTo(4);
        Suites().Should().HaveCountGreaterThanOrEqualTo(9);
    }

    [Test]
    public void Every_connector_and_every_shipped_definition_has_a_fixture_for_every_suite()
    {
        var there = typeof(ConformanceFixture).Assembly.GetTypes()
            .Where(type => type.IsSealed && type.GetCustomAttribute<ConformanceOfAttribute>() is { Entity: null })
            .Select(type => (Suite: type.BaseType!.Name, type.GetCustomAttribute<ConformanceOfAttribute>()!.Adapter));
        var wanted = Connectors().Select(connector => connector.Name).Concat(ShippedDefinitions.All).SelectMany(adapter => Suites().Select(suite => (suite.Name, adapter)));

        there.Concat(LeftOut().Select(it => (it.Suite.Name, it.Definition))).Should().BeEquivalentTo(wanted);
    }

    [TestCaseSource(nameof(LeftOut))]
    public void A_suite_about_lists_is_left_out_only_where_there_are_none(LeftOutAttribute left)
    {
        left.Suite.Should().Be<ElementConformance>("nothing else that a system may lack shows in its description");
        left.Reason.Should().EndWith(".");
        File.ReadAllText(Path.Combine(Repository.Root, ShippedDefinitions.EntitiesOf(left.Definition))).Should().NotContain("type: list");
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
