using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Tests.Language.Corpus;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class FlowSetReaderTests
{
    private TemporaryFolder _temporary = null!;

    private string Folder => _temporary.Path;

    [SetUp]
    public void MakeFolder() => _temporary = new TemporaryFolder();

    [TearDown]
    public void DropFolder() => _temporary.Dispose();

    [Test]
    public void Flows_come_in_the_ordinal_order_of_their_names() =>
        Read("orders").Flows.Select(f => f.Name).Should().Equal("customer-to-accounts", "order-to-salesorders");

    [Test]
    public void A_flow_has_what_its_file_says()
    {
        var flow = Read("orders").Flows[1];

        flow.Source.ToString().Should().Be("erp/Order");
        flow.Target.ToString().Should().Be("shop/SalesOrders");
        flow.Create.Should().Be(CreatePolicy.Both);
        flow.Document.Should().Be("Erp to Shop");
        flow.Tags.Should().Equal("sales");
        flow.Match.Single().Pairs.Should().Equal(new MatchPair("number", "YourRef"));
        flow.Place.ToString().Should().Be("order-to-salesorders.flow.yaml:2:32");
    }

    [Test]
    public void A_row_takes_its_type_from_the_target_property_where_it_says_none()
    {
        var rows = Read("orders").Flows[1].Properties;

        rows.Select(r => r.Type).Should().Equal(PropertyType.Reference, PropertyType.String, PropertyType.Date, PropertyType.String);
        rows[0].Of.Should().Be(new ReferencedEntities("Customer", "Accounts"));
        rows[2].Of.Should().BeNull();
    }

    [Test]
    public void A_row_keeps_its_conversions_as_they_were_written() =>
        Read("orders").Flows[1].Properties[3].ConversionText.Should().Be("[trim, { lookup: { N: New, S: Shipped } }]");

    [Test]
    public void A_row_knows_its_line_for_the_journal() =>
        Read("orders").Flows[1].Properties.Select(r => r.Place.Line).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();

    [Test]
    public void Values_that_never_match_are_texts_as_they_stand() =>
        Read("strings-stay-strings").Flows[0].Match.Single().Except.Should().Equal("0000", "NO", "12", "true");

    [Test]
    public void A_lookup_maps_texts_as_they_stand()
    {
        var lookup = Read("strings-stay-strings").Flows[0].Properties[2].Conversions.Single();

        lookup.Get(Value.Text("NO")).Value.Should().Be(Value.Text("no"));
        lookup.Get(Value.Text("yes")).Value.Should().Be(Value.Text("010"));
        lookup.Get(Value.Text("1")).Value.Should().Be(Value.Text("2024-01-01"));
    }

    [Test]
    public void An_entity_has_what_its_description_says()
    {
        var customer = Read("minimal").Workspace.Systems[0].Entities[0];

        customer.Key.Should().Be(new KeyDescription("id", KeyGiver.System));
        customer.NaturalKeys.Single().Should().Equal("number");
        customer.Modified.Should().Be("modified_at");
        customer.Property("number")!.MaxLength.Should().Be(20);
        customer.Property("email")!.Format.Should().Be("email");
        customer.Property("modified_at")!.PrecisionTicks.Should().Be(TimeSpan.TicksPerSecond);
        customer.Property("id")!.Access.Should().Be(WriteAccess.Never);
    }

    [Test]
    public void An_entity_that_can_nothing_is_only_read()
    {
        var country = Read("minimal").Workspace.Systems[0].Entities[2];

        (country.CanCreate, country.CanUpdate, country.CanDelete).Should().Be((false, false, false));
    }

    [Test]
    public void Where_no_profile_is_named_the_systems_stand_as_written()
    {
        var workspace = Read("minimal").Workspace;

        workspace.Profile.Should().BeNull();
        workspace.State.Should().Be(Path.Combine(Folder, ".sesamtalk", "state.db"));
        workspace.Systems[0].Settings["connection"].Should().Be("Data Source=erp.db");
    }

    [Test]
    public void A_profile_gives_a_system_another_connector_with_its_own_settings()
    {
        var workspace = Read("profile").Workspace;

        workspace.Profile.Should().Be("sandbox");
        workspace.SampleData.Should().Be("company");
        workspace.State.Should().Be(Path.Combine(Folder, ".sesamtalk", "sandbox.db"));
        workspace.Systems[0].Connector.Should().Be("sql");
        workspace.Systems[0].Settings.Should().NotContainKey("password", "those settings belong to another way of reaching the system");
        workspace.Systems[1].Settings["connection"].Should().Be("Data Source=shop.db");
    }

    [TestCase("", "", 300)]
    [TestCase("read_every: 45s", "", 45)]
    [TestCase("read_every: 2h", "", 7200)]
    [TestCase("read_every: 2h", "read_every: 15m", 900)]
    public void The_interval_is_five_minutes_or_what_is_said_and_the_profile_has_the_last_word(string said, string inProfile, int seconds)
    {
        CorpusFolder.Lay("valid", "profile", Folder);
        var systems = File.ReadAllText(Path.Combine(Folder, "systems.yaml"));
        File.WriteAllText(
            Path.Combine(Folder, "systems.yaml"),
            systems.Replace("version: 1", $"version: 1\n{said}", StringComparison.Ordinal).Replace("    sample_data", $"    {inProfile}\n    sample_data", StringComparison.Ordinal));

        var reading = FlowSetReader.Read(WorkspaceLocator.Find(Folder)!, [new StubConnector()], new FlowSetOptions());

        reading.Workspace!.ReadEvery.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Test]
    public void A_profile_can_be_named_by_the_one_who_reads()
    {
        var reading = Read("profile", new FlowSetOptions { Profile = "sandbocks" });

        reading.Set.Should().BeNull();
        reading.Diagnostics.Single(d => d.Code == "ST2209").Message.Should().Be("there is no profile 'sandbocks'");
    }

    [Test]
    public void Paths_choose_whose_faults_are_told_but_all_flows_are_read()
    {
        CorpusFolder.Lay("invalid", "several-flows-several-faults", Folder);
        var path = Path.Combine(Folder, "note-to-notes.flow.yaml");

        var reading = FlowSetReader.Read(WorkspaceLocator.Find(Folder)!, [new StubConnector()], new FlowSetOptions { Paths = [path] });

        reading.Diagnostics.Select(d => d.Place.File).Distinct().Should().Equal("note-to-notes.flow.yaml");
        reading.Set.Should().BeNull();
    }

    [Test]
    public void HiddenFolders_hold_no_flows()
    {
        CorpusFolder.Lay("valid", "minimal", Folder);
        Directory.CreateDirectory(Path.Combine(Folder, ".sesamtalk"));
        File.WriteAllText(Path.Combine(Folder, ".sesamtalk", "old.flow.yaml"), "nonsense");

        FlowSetReader.Read(WorkspaceLocator.Find(Folder)!, [new StubConnector()]).Diagnostics.Should().BeEmpty();
    }

    [Test]
    public void A_workspace_file_that_is_not_there_is_a_fault_and_no_exception()
    {
        var reading = FlowSetReader.Read(WorkspaceLocator.Of(Path.Combine(Folder, "systems.yaml")), []);

        reading.Diagnostics.Select(d => d.Severity).Should().Equal(Severity.Error);
        reading.Diagnostics[0].Message.Should().Be("there is no file 'systems.yaml'");
    }

    private FlowSet Read(string name)
    {
        var reading = Read(name, new FlowSetOptions());
        reading.Diagnostics.Should().BeEmpty();
        return reading.Set!;
    }

    private FlowSetReading Read(string name, FlowSetOptions options)
    {
        CorpusFolder.Lay("valid", name, Folder);
        return FlowSetReader.Read(WorkspaceLocator.Find(Folder)!, [new StubConnector()], options);
    }
}
