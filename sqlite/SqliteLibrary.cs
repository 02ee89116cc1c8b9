using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace SesamTalk.Sqlite;

/// <summary>
/// Chooses the native SQLite once per process: the system's own where it is newer than the one that comes with the package
/// (which is of 2021), else the package's.
/// </summary>
public static class SqliteLibrary
{
    private static readonly string[] SystemNames = OperatingSystem.IsMacOS()
        ? ["libsqlite3.dylib"]
        : OperatingSystem.IsWindows() ? ["winsqlite3"] : ["libsqlite3.so.0", "libsqlite3.so"];

    private static readonly Lazy<Version> Loaded = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    private const int MemoryStatus = 9;

    private static IntPtr _library;

    /// <summary>The version packaged with this program; a system library must be newer to be taken.</summary>
    private const int PackagedVersionNumber = 3_035_005;

    /// <summary>Makes SQLite ready; every further call does nothing. Returns the version in use.</summary>
    public static Version Initialize() => Loaded.Value;

    private static Version Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(SqliteLibrary).Assembly, Resolve);
        Batteries_V2.Init();

        // Counting memory takes a lock at every allocation, and nobody asks for the count.
        _ = raw.sqlite3_config(MemoryStatus, 0);
        return Version.Parse(raw.sqlite3_libversion().utf8_to_string());
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Native.Library ? Chosen(assembly, path) : IntPtr.Zero;

    // Both assemblies that call SQLite must get the same library.
    private static IntPtr Chosen(Assembly assembly, DllImportSearchPath? path)
    {
        lock (SystemNames)
        {
            if (_library == IntPtr.Zero)
            {
                var newer = NewerSystemLibrary();
                _library = newer != IntPtr.Zero ? newer : NativeLibrary.Load(Native.Library, assembly, path);
            }

            return _library;
        }
    }

    private static IntPtr NewerSystemLibrary()
    {
        foreach (var name in SystemNames)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
            {
                continue;
            }

            if (VersionNumberOf(library) > PackagedVersionNumber)
            {
                return library;
            }

            NativeLibrary.Free(library);
        }

        return IntPtr.Zero;
    }

    private static unsafe int VersionNumberOf(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var address)
            ? ((delegate* unmanaged[Cdecl]<int>)address)()
            : 0;
}
