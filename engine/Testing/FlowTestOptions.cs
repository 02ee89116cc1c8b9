namespace SesamTalk.Engine.Testing;

/// <summary>What tests of flows are run with.</summary>
/// <param name="MakeSystems">Makes systems that go by a clock; each test has its own.</param>
/// <param name="Clock">What measures how long tests take.</param>
public sealed record FlowTestOptions(Func<TimeProvider, ITestSystems> MakeSystems, TimeProvider Clock);
