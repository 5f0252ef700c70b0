// Only on pages that are served to their author: a new build shows at once.
new EventSource("/reload").onmessage = () => location.reload();
