using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>What it means that a list cannot be read. No record is at fault, so somebody has to look at the definition.</summary>
internal static class ListFailure
{
    /// <summary>The failure of a read.</summary>
    public static SystemFailureException Of(EntityForm form, Uri address, Failure failure) => failure.Kind == FailureKind.Missing
        ? new SystemRefusedException(
            $"{form.Name} is not there at {address.AbsolutePath}: the system says: {failure.Message}", $"Correct the path of {form.Name} in the definition, or the settings in it.")
        : new SystemRefusedException(
            $"{form.Name} cannot be read as it is asked for: the system says: {failure.Message}", $"Correct what the definition says of {form.Name}.");

    /// <summary>That an answer has no list where one should be. It is never taken for an empty one.</summary>
    public static SystemUnavailableException NoList(EntityForm form, ListForm list) =>
        new($"the answer for {form.Name} has no list {PlaceOf(list)}");

    private static string PlaceOf(ListForm list) =>
        list.Rows is [""] ? "as a whole" : $"at {string.Join(" or ", list.Rows.Select(place => place.Length == 0 ? "the top" : $"'{place}'"))}";
}
