// A small client on what openapi-typescript makes of the intake service's description: it opens a dossier and completes it.
import createClient from 'openapi-fetch';
import type {components, paths} from './generated/intake.js';

declare const process: {env: Record<string, string | undefined>};

const intake = createClient<paths>({
  baseUrl: process.env.INTAKE ?? '',
  headers: {Authorization: `Bearer ${process.env.TOKEN}`},
});

/** One key for one command, so that sending it twice does it once. */
const key = () => ({'Idempotency-Key': crypto.randomUUID()});

const applicant: components['schemas']['ApplicantForm'] = {
  familyName: 'Exempletypes', givenNames: 'Alex', birthDate: '1970-01-01', street: '3 rue des Exemples',
  postalCode: '21000', city: 'Dijon',
};

const form: components['schemas']['DossierForm'] = {
  applicant,
  household: {commune: '21231', adults: 1, childBirthDates: []},
  request: {
    schemeId: 'dijon', bankId: 'cm-dijon', purpose: 'vehicle', project: 'Une voiture pour travailler',
    ground: 'not-asked', amountCents: 150_000, termMonths: 24,
  },
};

// @ts-expect-error a purpose that does not exist is found by the compiler
export const wrong: components['schemas']['RequestForm'] = {...form.request!, purpose: 'yacht'};

const opened = await intake.POST('/dossiers', {params: {header: key()}, body: {applicant}});
if (opened.error) throw new Error(`${opened.response.status} ${opened.error.code}`);
const id = opened.data.dossierId;
const etag = opened.response.headers.get('ETag');
if (!etag) throw new Error('a dossier without a version');

const changed = await intake.PUT('/dossiers/{dossierId}', {
  params: {path: {dossierId: id}, header: {...key(), 'If-Match': etag}}, body: form,
});
if (changed.error) throw new Error(`${changed.response.status} ${changed.error.code}`);

const stale = await intake.PUT('/dossiers/{dossierId}', {
  params: {path: {dossierId: id}, header: {...key(), 'If-Match': etag}}, body: {applicant},
});
// @ts-expect-error a problem that this operation never answers is found by the compiler
export const never: NonNullable<typeof stale.error>['code'] = 'meeting-required';
console.log(JSON.stringify({id, amountCents: changed.data.request?.amountCents, stale: stale.error?.code}));
