'use strict';

const STAGES = ['opened', 'submitted', 'eligible', 'ineligible', 'withdrawn', 'approved-by-commission', 'refused-by-commission',
  'transmitted', 'accepted-by-bank', 'refused-by-bank', 'disbursed', 'repaid'];
const STEPS = ['opened-to-submitted', 'submitted-to-transmitted', 'transmitted-to-disbursed', 'opened-to-disbursed'];
const form = document.getElementById('cut');
const charts = {};
let data = null;
let texts = TEXTS[new URLSearchParams(location.search).get('lang')] || TEXTS.fr;

const label = item => texts.items[item] || item;
const number = value => value === 'secret' ? texts.secret : new Intl.NumberFormat(texts.locale).format(value);
const euros = cents => cents === 'secret' ? texts.secret
  : new Intl.NumberFormat(texts.locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

function say(key) {
  document.getElementById('status').textContent = texts[key];
}

function translate() {
  document.documentElement.lang = texts === TEXTS.fr ? 'fr' : 'en';
  document.title = texts.title;
  document.querySelectorAll('[data-text]').forEach(node => { node.textContent = texts[node.dataset.text]; });
  const button = document.getElementById('language');
  button.textContent = texts.other;
  button.lang = texts.otherLanguage;
}

async function load() {
  say('loading');
  try {
    const response = await fetch('indicators');
    if (!response.ok) throw new Error(response.status);
    data = await response.json();
    const years = [...new Set(data.loans.map(each => each.period))].sort();
    form.period.replaceChildren(...years.map(year => new Option(year, year)));
    if (years.length) form.period.value = years[years.length - 1];
    show();
    say(data.funnel.length ? 'ready' : 'empty');
  } catch (failure) {
    say('failed');
  }
}

const chosen = cell => cell.period === form.period.value;
const inOrder = (order, cells) => order.map(item => cells.find(cell => cell.item === item)).filter(Boolean);

function show() {
  document.getElementById('secrecy').textContent = texts.secrecy(data.personsMin);
  const funnel = inOrder(STAGES, data.funnel.filter(chosen));
  bars('funnel', funnel, texts.dossiers);
  table('funnel', [texts.stage, texts.dossiers], funnel.map(cell => [label(cell.item), number(cell.value)]));
  const purposes = data.purposes.filter(chosen).sort((a, b) => rank(b.value) - rank(a.value));
  bars('purpose', purposes, texts.loans);
  table('purpose', [texts.purpose, texts.loans], purposes.map(cell => [label(cell.item), number(cell.value)]));
  showLoans(data.loans);
  table('delay', [texts.step, texts.days],
    inOrder(STEPS, data.delays.filter(chosen)).map(cell => [label(cell.item), number(cell.value)]));
}

const rank = value => value === 'secret' ? -1 : value;

function showLoans(loans) {
  draw('loan', {
    xAxis: { type: 'category', data: loans.map(each => each.period), axisLabel: { color: ink() } },
    yAxis: { type: 'value', axisLabel: { color: ink(), formatter: number }, splitLine: { lineStyle: { color: line() } } },
    series: [{ type: 'bar', name: texts.total, data: loans.map(each => each.totalCents === 'secret' ? null : each.totalCents / 100),
      itemStyle: { color: accent() }, label: { show: true, position: 'top', color: ink(), formatter: at => euros(loans[at.dataIndex].totalCents) } }]
  }, loans.map(each => `${each.period} : ${euros(each.totalCents)}`));
  table('loan', [texts.period, texts.loans, texts.total, texts.mean, texts.median, texts.months],
    loans.map(each => [each.period, number(each.loans), euros(each.totalCents), euros(each.meanCents),
      euros(each.medianCents), number(each.meanTermMonths)]));
}

function bars(name, cells, series) {
  const downwards = [...cells].reverse();
  draw(name, {
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink(), formatter: number }, splitLine: { lineStyle: { color: line() } } },
    yAxis: { type: 'category', data: downwards.map(cell => label(cell.item)), axisLabel: { color: ink(), width: 170, lineHeight: 14, overflow: 'break' } },
    series: [{ type: 'bar', name: series, data: downwards.map(cell => cell.value === 'secret' ? 0 : cell.value), itemStyle: { color: accent() },
      label: { show: true, position: 'right', color: ink(), formatter: at => number(downwards[at.dataIndex].value) } }]
  }, cells.map(cell => `${label(cell.item)} : ${number(cell.value)}`));
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const ink = () => css('--ink');
const line = () => css('--line');
const accent = () => css('--accent');

function draw(name, options, sentences) {
  const place = document.getElementById(`${name}-chart`);
  charts[name] ??= echarts.init(place, null, { renderer: 'svg' });
  charts[name].setOption({ animation: false, backgroundColor: 'transparent', grid: { left: 8, right: 56, top: 24, bottom: 8, containLabel: true }, ...options }, true);
  place.setAttribute('aria-label', `${document.getElementById(`${name}-title`).textContent}. ${sentences.join(' ; ') || texts.empty}`);
}

function table(name, heads, rows) {
  const caption = document.createElement('caption');
  caption.textContent = rows.length ? [texts.region, name === 'loan' ? '' : form.period.value].filter(Boolean).join(', ') : texts.empty;
  const head = document.createElement('thead');
  head.append(row(heads, 'th', 'col'));
  const body = document.createElement('tbody');
  body.append(...rows.map(cells => row(cells, 'td', 'row')));
  document.getElementById(`${name}-table`).replaceChildren(caption, head, body);
}

function row(cells, tag, scope) {
  const line = document.createElement('tr');
  cells.forEach((text, index) => {
    const cell = document.createElement(index === 0 ? 'th' : tag);
    if (cell.tagName === 'TH') cell.scope = index === 0 && tag === 'td' ? 'row' : scope === 'row' ? 'row' : 'col';
    cell.textContent = text;
    if (text === texts.secret) cell.className = 'secret';
    line.append(cell);
  });
  return line;
}

form.addEventListener('change', show);
form.addEventListener('submit', event => event.preventDefault());
document.getElementById('language').addEventListener('click', () => {
  texts = texts === TEXTS.fr ? TEXTS.en : TEXTS.fr;
  translate();
  if (data) show();
});
window.addEventListener('resize', () => Object.values(charts).forEach(chart => chart.resize()));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => data && show());
translate();
load();
