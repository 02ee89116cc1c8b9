System.Console.WriteLine("sesamtalk");
