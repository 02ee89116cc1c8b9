using System.Reflection;

namespace SesamTalk.Cli;

/// <summary>The version of the program.</summary>
internal static class ProductVersion
{
    /// <summary>The version as a person sees it.</summary>
    public static string Text => typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
