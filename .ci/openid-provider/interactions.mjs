// Signs the user in and out without a browser: what would be a page with a question is a redirect with the answer.
import { ACCOUNT, RESOURCE } from "./clients.mjs";

const PATH = "/oidc/interaction/";

export const interactionPath = (uid) => PATH + uid;
export const isInteraction = (path) => path.startsWith(PATH);

/** Answers an interaction of the authorization endpoint: it is the one user, who consents to all that is asked for. */
export async function signIn(provider, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: ACCOUNT.sub, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  grant.addResourceScope(RESOURCE, params.scope);
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, {
    login: { accountId: ACCOUNT.sub },
    consent: { grantId },
  });
}

/** Middleware of the provider: submits the form with which it asks whether the user really wants to sign out. */
export async function signOut(ctx, next) {
  await next();
  if (ctx.oidc?.route !== "end_session" || ctx.status !== 200) return;

  const { provider, session } = ctx.oidc;
  const answer = await fetch(ctx.oidc.urlFor("end_session_confirm"), {
    method: "POST",
    headers: { cookie: `${provider.cookieName("session")}=${session.id}` },
    body: new URLSearchParams({ xsrf: session.state.secret, logout: "yes" }),
    redirect: "manual",
  });
  ctx.status = answer.status;
  ctx.set("location", answer.headers.get("location"));
  ctx.set("set-cookie", answer.headers.getSetCookie());
  ctx.body = "";
}
