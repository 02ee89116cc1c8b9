using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;

namespace SesamTalk.Cli.Commands;

/// <summary><c>show</c>: flows after defaults, with the laws of their rows.</summary>
internal sealed class ShowCommand : CommandWithAnswer
{
    private const string Flow = "FLOW";

    public ShowCommand()
        : base("show", "Shows flows as they are after defaults: who creates what, matched how, and what each row keeps or loses.")
    {
        Add(Tokens.Checked(new Argument<string[]>(Flow) { Description = "The flows, by name or in the words of --select.", Arity = ArgumentArity.ZeroOrMore }));
        SelectorOptions.AddTo(this);
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var named = call.Parsed.GetValue<string[]>(Flow) ?? [];
        if (named.Length == 0 && call.Parsed.GetValue<string[]>(SelectorOptions.Select) is not { Length: > 0 })
        {
            return Task.FromResult(Answer.Failed(ExitCode.Usage, "'show' takes FLOW: no flow is named.", "'sesamtalk ls' lists the flows."));
        }

        var portraits = PortrayedWorkspace.Read(call, named);
        return Task.FromResult(new Answer(ExitCode.Done, new ShownFlows(portraits.Flows)));
    }
}
