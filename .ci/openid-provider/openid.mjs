// The OpenID provider itself: npm's oidc-provider, set up to answer on GenAuth's paths.
import { Provider } from "oidc-provider";

import { ACCOUNT, CLIENTS, JWT_CLIENT, RESOURCE } from "./clients.mjs";
import { interactionPath } from "./interactions.mjs";

/** A provider that signs with this key alone. Providers that share an adapter know each other's codes and tokens. */
export function openidProvider(issuer, adapter, signingKey) {
  const provider = new Provider(issuer, {
    adapter,
    clients: CLIENTS,
    jwks: { keys: [signingKey] },
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "HS256"] },
    routes: {
      authorization: "/auth",
      end_session: "/session/end",
      introspection: "/token/introspection",
      jwks: "/.well-known/jwks.json",
      revocation: "/token/revocation",
      token: "/token",
      userinfo: "/me",
    },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    findAccount: (_, sub) => (sub === ACCOUNT.sub ? { accountId: sub, claims: () => ACCOUNT } : undefined),
    interactions: { url: (_, interaction) => interactionPath(interaction.uid) },
    // GenAuth takes the access token of a userinfo request from the query as well.
    acceptQueryParamAccessTokens: true,
    pkce: { required: (_, client) => client.clientAuthMethod === "none" },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      resourceIndicators: { enabled: true, defaultResource, getResourceServerInfo, useGrantedResource: () => true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
  });
  sendAccessTokenHash(provider);
  return provider;
}

function defaultResource(_, client, requested) {
  return requested ?? (client.clientId === JWT_CLIENT ? RESOURCE : undefined);
}

// As with GenAuth, the audience of an access token is the client, and its scopes are those of the user.
function getResourceServerInfo(_, _resource, client) {
  return {
    scope: "openid profile email offline_access",
    audience: client.clientId,
    accessTokenFormat: "jwt",
    jwt: { sign: { alg: "RS256" } },
  };
}

// OpenID Connect Core 3.1.3.6 leaves it to the provider whether the token endpoint sends `at_hash`, and oidc-provider
// does not. It does know how to make one of an access token, once it is told which.
function sendAccessTokenHash({ AccessToken, IdToken }) {
  const { save } = AccessToken.prototype;
  AccessToken.prototype.save = async function (...options) {
    const value = await save.apply(this, options);
    Provider.ctx.state.accessToken = value;
    return value;
  };
  const { issue } = IdToken.prototype;
  IdToken.prototype.issue = function (options) {
    this.set("at_hash", Provider.ctx.state.accessToken);
    return issue.call(this, options);
  };
}
