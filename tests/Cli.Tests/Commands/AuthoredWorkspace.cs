using SesamTalk.Cli.Tests.Program;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>A small workspace whose flows have something of everything that documents and pictures tell.</summary>
internal static class AuthoredWorkspace
{
    private const string People = """
        version: 1
        flow: people
        document: CRM to Shop
        description: People <who> buy & "pay" | or not.
        tags: [persons]
        source: { system: crm, entity: Person }
        target: { system: shop, entity: Customer }
        create: { when: { source: { phone: { empty: false } } } }
        match:
          - { pairs: { email: mail }, except: [post@example.com] }
          - { name: full_name, phone: mobile }
        delete: { archive: { target: { mobile: "" } } }
        conflict: review
        limits: { creates: 5, deletes: 3, deletes_percent: 2.5 }
        properties:
          - { source: name, target: full_name, type: string, convert: upper, direction: both }
          - { source: email, target: mail, type: string, direction: to_target, sensitive: true, enforce: true }
          - { source: phone, target: no, direction: to_source }
          - { source: phone, target: mobile, type: string, conflict: source, when: { target: { mail: [a@example.com, b@example.com] } }, note: mobiles only }

        """;

    private const string Back = """
        version: 1
        flow: back
        source: { system: shop, entity: Lead }
        target: { system: crm, entity: Person }
        create: never
        properties:
          - { source: name, target: name, type: string, direction: to_target }

        """;

    private const string Leads = """
        version: 1
        flow: leads
        source: { system: shop, entity: Customer }
        target: { system: shop, entity: Lead }
        create: never
        properties: []

        """;

    private const string Lead = """
          Lead:
            key: { property: no, given_by: system }
            natural_keys: [[name]]
            properties:
              no: { type: integer, access: never }
              name: { type: string }

        """;

    /// <summary>The workspace.</summary>
    public static SmallWorkspace Create()
    {
        var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", People);
        workspace.Write("back.flow.yaml", Back);
        workspace.Write("leads.flow.yaml", Leads);
        workspace.Write("shop.entities.yaml", File.ReadAllText(workspace.PathOf("shop.entities.yaml")) + Lead);
        return workspace;
    }
}
