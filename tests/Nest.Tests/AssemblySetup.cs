// Each test runs a whole nest: five processes.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
