Console.WriteLine("triggers");
