using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Tests.Language.Corpus;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class ReferenceTests
{
    private TemporaryFolder _temporary = null!;

    private string Folder => _temporary.Path;

    [SetUp]
    public void MakeFolder()
    {
        _temporary = new TemporaryFolder();
        CorpusFolder.Lay("valid", "minimal", Folder);
        var systems = Path.Combine(Folder, "systems.yaml");
        File.WriteAllText(systems, File.ReadAllText(systems)
            .Replace("\"Data Source=erp.db\"", "\"Data Source=${env:ERP_FILE};Mode=${env:MODE}\", password: \"${secret:erp-login}\"", StringComparison.Ordinal));
    }

    [TearDown]
    public void DropFolder() => _temporary.Dispose();

    [Test]
    public void A_check_leaves_references_as_they_stand_and_needs_no_credentials()
    {
        var reading = Read(resolves: false);

        reading.Diagnostics.Should().BeEmpty();
        reading.Set!.Workspace.Systems[0].Settings["password"].Should().Be("${secret:erp-login}");
    }

    [Test]
    public void A_run_resolves_them_from_the_environment()
    {
        var settings = Read(true, ("ERP_FILE", "erp.db"), ("MODE", "ReadOnly"), ("SESAMTALK_SECRET_ERP_LOGIN", "s3cret")).Set!.Workspace.Systems[0].Settings;

        settings["connection"].Should().Be("Data Source=erp.db;Mode=ReadOnly");
        settings["password"].Should().Be("s3cret");
    }

    [Test]
    public void A_secret_may_stand_in_a_file_of_the_workspace()
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".sesamtalk", "secrets"));
        File.WriteAllText(Path.Combine(Folder, ".sesamtalk", "secrets", "erp-login"), "from a file\n");

        Read(true, ("ERP_FILE", "erp.db"), ("MODE", "x")).Set!.Workspace.Systems[0].Settings["password"].Should().Be("from a file");
    }

    [Test]
    public void What_has_no_value_is_named_with_the_place_and_the_cure()
    {
        var reading = Read(true, ("MODE", "x"));

        string.Concat(reading.Diagnostics.Select(reading.Render)).Should().Be(
            """
            systems.yaml:8:29: error ST2207: the environment variable ERP_FILE is not set
                8 |     settings: { connection: "Data Source=${env:ERP_FILE};Mode=${env:MODE}", password: "${secret:erp-login}" }
                  |                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: set it and run again; see docs/errors/ST2207.md
            systems.yaml:8:87: error ST2207: the secret 'erp-login' is not there
                8 |     settings: { connection: "Data Source=${env:ERP_FILE};Mode=${env:MODE}", password: "${secret:erp-login}" }
                  |                                                                                       ^^^^^^^^^^^^^^^^^^^^^
              help: put it into the environment variable SESAMTALK_SECRET_ERP_LOGIN or the file .sesamtalk/secrets/erp-login; see docs/errors/ST2207.md

            """);
    }

    [Test]
    public void A_value_never_changes_the_structure_of_the_file()
    {
        var settings = Read(true, ("ERP_FILE", "x\", password: y }\nstate: z #"), ("MODE", "${env:ERP_FILE}"), ("SESAMTALK_SECRET_ERP_LOGIN", "s")).Set!.Workspace.Systems[0].Settings;

        settings["connection"].Should().Be("Data Source=x\", password: y }\nstate: z #;Mode=${env:ERP_FILE}");
    }

    [Test]
    public void In_another_environment_systems_are_told_other_things_and_no_file_is_read_again()
    {
        var first = Read(true, ("ERP_FILE", "somewhere"), ("MODE", "x"), ("SESAMTALK_SECRET_ERP_LOGIN", "s3cret"));
        Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories).ToList().ForEach(File.Delete);

        var second = first.In(Environment(("ERP_FILE", "erp.db"), ("MODE", "x"), ("SESAMTALK_SECRET_ERP_LOGIN", "other")));

        second.Diagnostics.Should().BeEmpty();
        var system = second.Set!.Workspace.Systems[0];
        (system.Settings["connection"], system.Settings["password"]).Should().Be(("Data Source=erp.db;Mode=x", "other"));
        second.Workspace.Should().BeSameAs(second.Set.Workspace);
        var flow = second.Set.Flows.Single();
        second.Set.Workspace.Systems.Should().Contain([flow.Source.System, flow.Target.System], "flows run over the systems as they are now");
        flow.Should().Be(first.Set!.Flows.Single() with { Source = flow.Source, Target = flow.Target });
        first.Set.Workspace.Systems[0].Settings["connection"].Should().Be("Data Source=somewhere;Mode=x", "what was read stays as it is");
    }

    [Test]
    public void What_has_no_value_in_another_environment_is_named()
    {
        var reading = Read(true, ("ERP_FILE", "erp.db"), ("MODE", "x"), ("SESAMTALK_SECRET_ERP_LOGIN", "s3cret")).In(Environment(("MODE", "x"), ("SESAMTALK_SECRET_ERP_LOGIN", "s3cret")));

        reading.Set.Should().BeNull();
        reading.Diagnostics.Should().ContainSingle().Which.Message.Should().Be("the environment variable ERP_FILE is not set");
    }

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) => name => variables.FirstOrDefault(it => it.Name == name).Value;

    private FlowSetReading Read(bool resolves, params (string Name, string Value)[] environment) => FlowSetReader.Read(
        WorkspaceLocator.Find(Folder)!,
        [new StubConnector()],
        new FlowSetOptions { ResolvesReferences = resolves, Environment = Environment(environment) });
}
