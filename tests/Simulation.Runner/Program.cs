using SesamTalk.Simulation.Runner;

return await LongRun.StartAsync(RunnerOptions.Read(args));
