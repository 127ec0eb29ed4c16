using CollectiveImpact.Backbone;
using CollectiveImpact.V1;

// Its settings lie beside it, wherever it is started from.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddBackbone(Level.Local);

var application = builder.Build();
application.MapBackbone();
return application.RunBackbone();
