using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Reading;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>An entity that is written to, with all that requests of one batch share.</summary>
/// <param name="Service">The service.</param>
/// <param name="Form">How the entity is written.</param>
/// <param name="Entity">What the system says of it.</param>
/// <param name="Shape">The properties that requests and answers speak of.</param>
internal sealed record WriteTarget(Service Service, EntityForm Form, EntityDescription Entity, Shape Shape)
{
    /// <summary>Its bodies.</summary>
    public Bodies Bodies { get; } = new(Form.Properties, Form.Children);

    /// <summary>Whether an answer that shows the record shows all of it.</summary>
    public bool AnswersShowAll { get; } = Shape.Properties.All(property => Form.Children.GetValueOrDefault(property.Path)?.Read is null);

    /// <summary>How records are read from answers.</summary>
    public RowPlan Plan { get; } = new(Form, Entity, Shape);
}
