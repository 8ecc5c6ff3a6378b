// What a front end of an office does: signs its person in (code flow with PKCE, no secret) and calls with the token.
const client = 'office-desk';
const here = location.origin + '/';
const answer = document.querySelector('#answer');
const openButton = document.querySelector('#open');

const base64url = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(state, verifier);
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  location.assign(`${realm}/protocol/openid-connect/auth?${new URLSearchParams({
    client_id: client, response_type: 'code', scope: 'openid', redirect_uri: here, state,
    code_challenge: base64url(new Uint8Array(challenge)), code_challenge_method: 'S256',
  })}`);
}

/** The page has come back from the realm with a code, which only the page that asked for it can turn into a token. */
async function token(code, state) {
  const given = await fetch(`${realm}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: client, redirect_uri: here, code,
      code_verifier: sessionStorage.getItem(state),
    }),
  });
  if (!given.ok) throw new Error(`the realm answers ${given.status}`);
  return (await given.json()).access_token;
}

const content = {
  applicant: {
    familyName: 'Exemplepage', givenNames: 'Alex', birthDate: '1970-01-01', street: '3 rue des Exemples',
    postalCode: '21000', city: 'Dijon',
  },
};

async function command(bearer, method, path, body, headers) {
  const done = await fetch(intake + path, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return {status: done.status, etag: done.headers.get('ETag'), location: done.headers.get('Location'), body: await done.json()};
}

/** Opens a dossier and changes it once, on the version it has read. */
async function openDossier(bearer) {
  const opened = await command(bearer, 'POST', '/dossiers', content, {});
  const changed = await command(bearer, 'PUT', `/dossiers/${opened.body.dossierId}`, content, {'If-Match': opened.etag});
  answer.textContent = JSON.stringify({opened, changed});
}

const told = work => async () => {
  try {
    await work();
  } catch (fault) {
    answer.textContent = String(fault);
  }
};

document.querySelector('#sign-in').addEventListener('click', told(signIn));
const back = new URLSearchParams(location.search);
if (back.has('code')) {
  await told(async () => {
    const bearer = await token(back.get('code'), back.get('state'));
    history.replaceState(null, '', here);
    openButton.addEventListener('click', told(() => openDossier(bearer)));
    openButton.disabled = false;
  })();
}
