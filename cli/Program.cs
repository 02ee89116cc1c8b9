using SesamTalk.Cli;

// The version is told without loading anything else: shells and scripts ask for it often.
if (args is ["--version"])
{
    Console.Out.WriteLine(ProductVersion.Text);
    return 0;
}

return await Start.RunAsync(args);
