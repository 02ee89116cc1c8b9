namespace SesamTalk.Cli.Books;

/// <summary>How a book looks, on a screen and on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet.</summary>
    public static string Text { get; } =
        """
        :root { color-scheme: light; }
        body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: #1c2430; background: #fff; max-width: 76rem; margin: 2rem auto; padding: 0 1.5rem; }
        h1 { font-size: 1.9rem; margin-bottom: .3rem; }
        h2 { font-size: 1.4rem; margin-top: 3rem; padding-bottom: .3rem; border-bottom: 2px solid #2f5d8a; }
        h3 { font-size: 1.1rem; margin: 2.2rem 0 0; }
        h4 { font-size: 1rem; margin: 1rem 0 .2rem; }
        a { color: #2f5d8a; }
        code { font: .88em/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
        .small { color: #5a6675; font-size: .87rem; margin: .1rem 0 .6rem; }
        .checks { list-style: none; padding: 0; margin: .6rem 0; }
        .checks label { display: block; padding-left: 1.7rem; text-indent: -1.7rem; }
        .checks input { margin: 0 .55rem 0 0; }
        input[type=checkbox] { width: 1rem; height: 1rem; vertical-align: -.12rem; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .9rem; }
        th { text-align: left; background: #eef3f8; font-weight: 600; }
        th, td { border: 1px solid #c9d3de; padding: .28rem .5rem; vertical-align: top; }
        tbody tr:nth-child(even) { background: #f8fafc; }
        .box { text-align: center; width: 3.2rem; }
        nav ul { margin: .2rem 0; padding-left: 1.3rem; }
        @media print {
          body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
          nav { display: none; }
          h2 { break-before: page; }
          h2, h3, h4 { break-after: avoid; }
          tr, .checks li { break-inside: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; text-decoration: none; }
        }
        @page { size: A4 landscape; margin: 14mm; }
        """.ReplaceLineEndings("\n");
}
