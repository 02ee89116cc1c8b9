using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Tests.Values;

public sealed class FingerprintTests
{
    [Test]
    public void Neighbouring_numbers_have_different_fingerprints() =>
        Enumerable.Range(0, 100_000).Select(number => Fingerprint.Start.Add(number).Value).Should().OnlyHaveUniqueItems();

    [Test]
    public void Texts_that_differ_in_one_bit_have_different_fingerprints() =>
        Enumerable.Range(0, 100_000).Select(number => Fingerprint.Start.Add($"{number}").Value).Should().OnlyHaveUniqueItems();
}
