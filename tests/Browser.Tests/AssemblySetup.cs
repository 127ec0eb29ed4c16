// One nest and one browser serve all tests: five processes and Chromium's are enough for two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
