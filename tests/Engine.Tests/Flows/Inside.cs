using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Tests.Language;

/// <summary>All that an object holds, as text, so that two can be compared that have no equality of their own. Places in files are left out.</summary>
internal static class Inside
{
    /// <summary>The text.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, [], 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, HashSet<object> above, int level)
    {
        switch (value)
        {
            case null or Place or Delegate:
                text.Append('-');
                break;
            case string or bool or Enum or IFormattable or Uri or Type or TimeZoneInfo or System.Text.RegularExpressions.Regex:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case IEnumerable many:
                foreach (var item in many)
                {
                    text.Append('\n').Append(' ', level).Append("- ");
                    Write(text, item, above, level + 1);
                }

                break;
            default:
                Fields(text, value, above, level);
                break;
        }
    }

    private static void Fields(StringBuilder text, object value, HashSet<object> above, int level)
    {
        if (!value.GetType().IsValueType && !above.Add(value))
        {
            text.Append('^');
            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(field => !field.FieldType.Name.StartsWith("Lazy", StringComparison.Ordinal)))
            {
                text.Append('\n').Append(' ', level).Append(field.Name).Append(": ");
                Write(text, field.GetValue(value), above, level + 1);
            }
        }

        above.Remove(value);
    }
}
