using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Keeping;

/// <summary>Files and folders that nobody but their owner gets into.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode0700 = FileMode0600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, where it is not there. One that is there keeps its rights: the files have their own.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode0700);
    }

    /// <summary>Makes a new file.</summary>
    public static FileStream Create(string path) => OperatingSystem.IsWindows()
        ? CreateOnWindows(path)
        : new FileStream(path, With(FileMode.CreateNew));

    /// <summary>Opens a file, made where it is not there, that no other process has open at the time.</summary>
    public static FileStream OpenAlone(string path) => new(path, With(FileMode.OpenOrCreate));

    /// <summary>Refuses a file that others may read or write.</summary>
    /// <exception cref="SystemRefusedException">It is such a file.</exception>
    public static void Check(SafeFileHandle file, string path)
    {
        // On Windows the access list is set when the file is made; whoever widens it afterwards is an administrator.
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & ~FolderMode0700) == 0)
            return;
        throw new SystemRefusedException(
            $"the file {path} holds secrets and can be read or written by others, so it is not used",
            $"Take the rights from the others with: chmod 600 {path}");
    }

    private static FileStreamOptions With(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode0600;
        return options;
    }

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.FullControl, FileShare.None, 4096, FileOptions.None, security);
    }
}
