package fr.microcredit.deploy.local.demo;

import fr.microcredit.deploy.local.client.Api;

/** What every story needs: the APIs, the days to come, somebody who tells it, and what was lent. */
record Stage(Api api, Calendar calendar, Narrator narrator, Lent lent) {
}
