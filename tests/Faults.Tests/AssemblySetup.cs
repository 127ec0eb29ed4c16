// Tests start whole services, and leave them to themselves: two cores are few.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
