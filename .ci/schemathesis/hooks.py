"""The service's refusals, as schemathesis should see them."""

import schemathesis

REFUSED = {"statusCode", "message"}


@schemathesis.hook
def after_call(_context, _case, response):
    """A refusal comes with HTTP 200 and a status in the body. The documents describe success only, so the status of the
    body takes the place of HTTP's; the refusal itself must have its own two properties."""
    if response.status_code != 200 or "json" not in response.headers.get("content-type", [""])[0]:
        return
    body = response.json()
    status = body.get("statusCode") if isinstance(body, dict) else None
    if isinstance(status, int) and status != 200:
        assert REFUSED <= body.keys(), body
        response.status_code = status
