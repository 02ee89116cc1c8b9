using SesamTalk.Conformance;
using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

[assembly: LeftOut(ShippedDefinitions.CrmOffice, typeof(ElementConformance), "None of its entities has a list of elements.")]
[assembly: LeftOut(ShippedDefinitions.CustomPms, typeof(ElementConformance), "None of its entities has a list of elements.")]
[assembly: LeftOut(
    ShippedDefinitions.ExactOnline, typeof(ElementConformance), "Its lists are lines, which need goods and accounts that the suite's things do not have.",
    HeldBy = "tests/Connectors.Tests/ExactOnline/ExactWriteTests.cs")]
[assembly: LeftOut(
    ShippedDefinitions.PowerOfficeGo, typeof(ElementConformance), "Its lists are lines, which need goods and customers that the suite's things do not have.",
    HeldBy = "tests/Connectors.Tests/PowerOfficeGo/GoOrderTests.cs")]
