using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace SesamTalk.Conformance.Suites;

/// <summary>Makes a test of each value that the system of the fixture has a property for (<see cref="LacksAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValueCasesAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder _builder = new();

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var lacking = method.TypeInfo.Type.GetCustomAttribute<LacksAttribute>()?.Properties ?? [];
        return ValueCases.All.Index()
            .Where(it => !lacking.Contains(it.Item.Property))
            .Select(it => _builder.BuildTestMethod(method, suite, new TestCaseData(it.Item.Property, it.Item.Value).SetArgDisplayNames(it.Item.Property, $"{it.Index}")));
    }
}
