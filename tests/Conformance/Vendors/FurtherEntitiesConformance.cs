using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

[ConformanceOf(ShippedDefinitions.ExactOnline, Entity = "Accounts, by their codes")]
public sealed class ExactOnlineCodeAbilityConformance() : AbilityConformance(Subjects.ExactCodes);

[ConformanceOf(ShippedDefinitions.ExactOnline, Entity = "Contacts")]
public sealed class ExactOnlineContactAbilityConformance() : AbilityConformance(Subjects.ExactContacts);

[ConformanceOf(ShippedDefinitions.ExactOnline, Entity = "SalesOrders")]
public sealed class ExactOnlineOrderAbilityConformance() : AbilityConformance(Subjects.ExactOrders);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo, Entity = "ContactPersons")]
public sealed class PowerOfficeGoContactAbilityConformance() : AbilityConformance(Subjects.GoContacts);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo, Entity = "SalesOrders")]
public sealed class PowerOfficeGoOrderAbilityConformance() : AbilityConformance(Subjects.GoOrders);
