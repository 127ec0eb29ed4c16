using CollectiveImpact.Backbone;
using CollectiveImpact.Exchange;
using CollectiveImpact.V1;

// Its settings lie beside it, wherever it is started from.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddBackbone(Level.National);

var application = builder.Build();
application.MapBackbone();
// Provincial nodes dial it, and local ones that are aligned with it directly.
application.MapExchange();
return application.RunBackbone();
