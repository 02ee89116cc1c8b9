using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>What is to be read of an entity.</summary>
/// <param name="Form">How the entity is read.</param>
/// <param name="Request">What is wanted.</param>
internal sealed record Sought(EntityForm Form, ReadRequest Request)
{
    /// <summary>How its rows are read, compiled.</summary>
    public RowPlan Plan { get; } = PlanOf(Form, Request);

    private static RowPlan PlanOf(EntityForm form, ReadRequest request)
    {
        var plan = new RowPlan(form, request.Entity, request.Shape);
        if (form.Parent is { } parent)
        {
            plan.Need(parent.Property);
        }

        return plan;
    }
}
