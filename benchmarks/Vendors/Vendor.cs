using System.Collections.Immutable;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>A vendor, and the system of the company's own that the shipped flows keep in step with it.</summary>
/// <param name="System">The vendor's system.</param>
/// <param name="Local">The company's own system.</param>
/// <param name="Flows">The folder of the flows, below <c>flows</c>.</param>
/// <param name="Definition">The vendor's definition and entities, without their endings, below the root of the project.</param>
/// <param name="Rate">How many calls are permitted.</param>
internal abstract record Vendor(string System, string Local, string Flows, string Definition, VendorRate Rate)
{
    /// <summary>What the flows read of the vendor.</summary>
    public abstract ImmutableArray<VendorEntity> Entities { get; }

    /// <summary>The settings of the definition, as YAML; what the stand-in gives stands in the environment under its own name.</summary>
    public abstract string Settings { get; }

    /// <summary>Starts the stand-in, with the vendor's own limits.</summary>
    public abstract Task<StandIn> StartAsync(StandInSettings settings);

    /// <summary>SQL that gives the vendor customers beside those of the sample.</summary>
    public abstract string Customers(int count);

    /// <summary>SQL that gives the company's own system customers: the same ones, and some that the vendor has not.</summary>
    public abstract string LocalCustomers(int count, int missing);

    /// <summary>SQL that changes so many of the customers at the vendor.</summary>
    public abstract string Edit(int count, string text);

    /// <summary>SQL that changes so many other customers in the company's own system, at an instant of the virtual clock.</summary>
    public abstract string LocalEdit(int count, string text, string at);
}
