using CollectiveImpact.Backbone;
using CollectiveImpact.Exchange;
using CollectiveImpact.V1;

// Its settings lie beside it, wherever it is started from.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddBackbone(Level.Provincial);

var application = builder.Build();
application.MapBackbone();
// Local nodes dial it; it dials the national one.
application.MapExchange();
return application.RunBackbone();
