namespace SesamTalk.Sandbox.Http;

/// <summary>The faults that wait for calls, in the order in which they were asked for. Safe for use by several threads.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _waiting = [];

    /// <summary>Asks for a fault.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
        {
            _waiting.Add(fault);
        }
    }

    /// <summary>Takes back all faults that were not yet met.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }

    internal Fault? Next(string method, string path)
    {
        lock (_lock)
        {
            var place = _waiting.FindIndex(fault => fault.Befalls(method, path));
            if (place < 0)
            {
                return null;
            }

            var fault = _waiting[place];
            if (fault.After > 0)
            {
                _waiting[place] = fault with { After = fault.After - 1 };
                return null;
            }

            Spend(place, fault);
            return fault;
        }
    }

    private void Spend(int place, Fault fault)
    {
        if (fault.Times > 1)
        {
            _waiting[place] = fault with { Times = fault.Times - 1 };
        }
        else
        {
            _waiting.RemoveAt(place);
        }
    }
}
