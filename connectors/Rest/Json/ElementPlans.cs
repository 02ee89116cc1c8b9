using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>Compiles how the elements of lists are read.</summary>
internal static class ElementPlans
{
    /// <summary>The plan of a list.</summary>
    /// <param name="elements">What its elements look like.</param>
    /// <param name="child">What the definition says of the list, if anything.</param>
    /// <param name="owner">How the values of the record are written.</param>
    public static ElementPlan Of(ElementsDescription elements, ChildForm? child, PropertyForms owner)
    {
        var forms = child?.Properties ?? owner with { Special = owner.Special.Clear() };
        var tree = new NameNode<Slot>();
        for (var i = 0; i < elements.Properties.Length; i++)
        {
            var property = elements.Properties[i];
            tree.Add(forms.PlaceOf(property.Path), new Slot(i, property, forms[property.Path]));
        }

        var rows = new NameNode<object>();
        rows.Add(child?.Rows ?? string.Empty, rows);
        return new ElementPlan(tree, elements.Properties.Length, rows);
    }
}
