using SesamTalk.Conformance;
using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

[assembly: LeftOut(ShippedDefinitions.CrmOffice, typeof(ElementConformance), "None of its entities has a list of elements.")]
[assembly: LeftOut(ShippedDefinitions.CustomPms, typeof(ElementConformance), "None of its entities has a list of elements.")]
