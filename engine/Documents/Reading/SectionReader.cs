namespace SesamTalk.Engine.Documents;

/// <summary>Reads one section, sentence by sentence.</summary>
internal sealed class SectionReader(LineCursor lines, FaultList faults, string titleTarget)
{
    private DocumentSection _section = new("", "", new Opening(OpeningKind.Every));
    private Sentence _reached;
    private bool _once;
    private bool _following;

    private string Source => _section.Source;

    private string Target => _section.Target;

    /// <summary>Reads the section that the cursor stands before.</summary>
    public DocumentSection Read()
    {
        if (new HeadingReader(lines, faults).Read() is not { } section)
            return Skip();
        _section = section;
        for (lines.SkipBlankLines(); !lines.AtEnd && !Headings.Begins(lines); lines.SkipBlankLines())
            ReadSentence(Sentences.Of(lines.Trimmed));
        CheckComplete();
        return _section;
    }

    // Whatever follows a heading that names nothing would be one more fault in every line.
    private DocumentSection Skip()
    {
        while (!lines.AtEnd && !Headings.Begins(lines))
            lines.MoveNext();
        return _section;
    }

    private void ReadSentence(Sentence sentence)
    {
        if (sentence != Sentence.None && sentence <= _reached)
            faults.Add(DocumentFaults.Order, lines);
        _reached = sentence > _reached ? sentence : _reached;
        switch (sentence)
        {
            case Sentence.Match: ReadMatch(); break;
            case Sentence.Connection: ReadConnection(); break;
            case Sentence.Merge: ReadMerge(); break;
            case Sentence.Once: ReadOnce(); break;
            case Sentence.Following: ReadFollowing(); break;
            default: Headings.SkipStray(lines, faults); break;
        }
    }

    private void ReadMatch()
    {
        if (_section.Opening.Kind == OpeningKind.Before)
            faults.Add(DocumentFaults.NotAfterBefore, lines);
        Expect(Phrases.MatchStart, Target, Phrases.MatchMiddle, Source, Phrases.MatchEnd);
        lines.SkipBlankLines();
        if (lines.Text.StartsWith(Phrases.NoMatchStart))
            Expect(Phrases.NoMatchStart, Target, Phrases.NoMatchMiddle, Target, Phrases.NoMatchEnd);
        else
            faults.Add(DocumentFaults.Missing(Phrases.NoMatchStart + Target + Phrases.NoMatchMiddle + Target + Phrases.NoMatchEnd), lines);
        _section = _section with { MergesExisting = true };
    }

    private void ReadConnection()
    {
        if (_section.Opening.Kind != OpeningKind.Before)
            faults.Add(DocumentFaults.OnlyAfterBefore, lines);
        _section = _section with { Connection = new ConnectionReader(lines, faults, titleTarget).Read(_section) };
        lines.MoveNext();
    }

    private void ReadMerge()
    {
        Expect(Phrases.MergeStart, Source, Phrases.MergeMiddle, Target, Phrases.MergeEnd);
        _section = _section with { Merge = new SectionTables(lines, faults).ReadMerge(_section) };
    }

    private void ReadOnce()
    {
        _once = true;
        Expect(Phrases.OnceStart, Source, Phrases.And, Target, Phrases.OnceEnd);
    }

    private void ReadFollowing()
    {
        _following = true;
        Expect(Phrases.FollowingStart, Source, Phrases.And, Target, ":");
        _section = new SectionTables(lines, faults).ReadProperties(_section);
    }

    private void Expect(params ReadOnlySpan<string> parts)
    {
        Wording.Expect(lines, faults, parts);
        lines.MoveNext();
    }

    private void CheckComplete()
    {
        if (!_once)
            Missing(Phrases.OnceStart + Source + Phrases.And + Target + Phrases.OnceEnd);
        if (!_following)
            Missing(Phrases.FollowingStart + Source + Phrases.And + Target + ":");
    }

    private void Missing(string sentence) =>
        faults.Add(DocumentFaults.Missing(sentence), _section.Line, 0, _section.Heading.Length);
}
