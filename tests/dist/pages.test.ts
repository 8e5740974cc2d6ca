import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullText } from '../../src/domain/full-text.ts';
import { scanDist } from '../../src/gate/dist-gate.ts';
import { localeCodes, locales, offeredLocales, type Locale } from '../../src/domain/locales.ts';
import { tellingWordsIn } from '../../src/domain/telling-words.ts';
import { site } from '../../src/site.ts';
import { builtFiles, builtPages, localeOfAddress, titleOf } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';

const pages = builtPages();
const files = new Set(builtFiles());
const isNotFound = (address: string) => address.endsWith('404.html');
const tag = (html: string, name: string) => [...html.matchAll(new RegExp(`<${name}[\\s>]`, 'g'))].length;

describe('the built site', () => {
  it('has pages in every language', () => {
    for (const locale of offeredLocales)
      expect(pages.filter(({ address }) => localeOfAddress(address) === locale).length).toBeGreaterThan(30);
  });

  it('T24 has the same addresses in every language', () => {
    const of = (locale: string) =>
      pages
        .map(({ address }) => address)
        .filter((address) => localeOfAddress(address) === locale)
        .map((address) => address.slice(3));
    for (const locale of offeredLocales) expect(of(locale)).toEqual(of('nl'));
  });

  it('T18 T20 shows nothing that is kept back, and no number that is not registered', async () => {
    expect(await scanDist(`${project}/dist`, project)).toEqual([]);
  });

  it('has a title of its own for every page of a language', () => {
    const titles = pages
      .filter(({ address }) => !isNotFound(address))
      .map(({ address, html }) => `${localeOfAddress(address) ?? ''} ${titleOf(html)}`);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    expect(titles.every((title) => title.trim().length > 5)).toBe(true);
  });

  it('says of a page in another language that its title is in that language too', () => {
    const fallbacks = pages.filter(({ html }) => html.includes('<link rel="canonical"'));
    expect(fallbacks.length).toBeGreaterThan(50);
    const langOf = (html: string, start: string) => new RegExp(`<${start}[^>]*\\slang="([a-z]+)"`).exec(html)?.[1];
    expect(
      fallbacks
        .filter(({ html }) => {
          const main = langOf(html, 'main');
          return (
            main === undefined || langOf(html, 'title') !== main || langOf(html, 'meta name="description"') !== main
          );
        })
        .map(({ address }) => address),
    ).toEqual([]);
  });

  it('lists in the sitemap every page in the languages in which it is written, and no other', () => {
    const sitemap = readFileSync(join(project, 'dist/sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]?.slice(site.origin.length));
    const written = pages
      .filter(({ html, address }) => address !== '/' && !/<meta name="robots"|<link rel="canonical"/.test(html))
      .map(({ address }) => address);
    expect([...listed].sort()).toEqual([...written].sort());
  });

  it('leaves no page without a link to it', () => {
    const linked = new Set(pages.flatMap(({ strings }) => strings.links.map(({ href }) => href)));
    expect(
      pages
        .map(({ address }) => address)
        .filter((address) => !isNotFound(address) && address !== '/' && !linked.has(address)),
    ).toEqual([]);
  });

  it('T11 sends no picture, font or script from elsewhere, and has no comment left in it', () => {
    for (const { html, address } of pages) {
      expect(html, address).not.toMatch(
        /<(?:img|script|iframe|video|audio|source|embed|object)[^>]*\s(?:src|data)="(?:https?:)?\/\//,
      );
      // Where a page that fell back is at home is told to search engines; nothing is fetched from it.
      expect(html.replace(/<link rel="canonical"[^>]*>/, ''), address).not.toMatch(/<link[^>]*href="(?:https?:)?\/\//);
      expect(html, address).not.toMatch(/<!--/);
      expect(html, address).not.toMatch(
        /\sstyle="|<style|\son[a-z]+="|\sping=|loading="lazy"|rel="(?:preconnect|prefetch|dns-prefetch)/,
      );
    }
  });
});

/** Pages that a visitor may open with someone watching; those for professionals may be plain. */
const isForVisitors = (address: string) => !/^\/[a-z]{2}\/professionals\//.test(address);

describe.each(pages.filter(({ address }) => isForVisitors(address)))('$address, for visitors', ({ address, html }) => {
  it('T4 gives nothing away in its title, address, icon and preview', () => {
    const told = {
      title: titleOf(html),
      address: address.replaceAll(/[-/.]/g, ' '),
      icon: [...html.matchAll(/<link rel="icon" href="([^"]*)"/g)].map((match) => match[1]).join(' '),
      preview: [...html.matchAll(/<meta property="og:[a-z]+" content="([^"]*)"/g)].map((match) => match[1]).join(' '),
    };
    expect(told.title).not.toBe('');
    expect(told.icon).not.toBe('');
    for (const [what, text] of Object.entries(told))
      for (const locale of localeCodes) expect(tellingWordsIn(text, locale), `${what}: ${text}`).toEqual([]);
  });
});

describe.each(pages)('$address', ({ address, html, strings }) => {
  it('T2 needs no script to show what it says', () => {
    const all = [...html.matchAll(/<script[^>]*>/g)].map(([script]) => script);
    // Linked data: no browser runs them.
    const linked = '<script type="application/ld+json">';
    expect(all.filter((script) => script === linked)).toHaveLength(/^\/[a-z]{2,3}\/who\/./.test(address) ? 1 : 0);
    const scripts = all.filter((script) => script !== linked);
    expect(scripts[0]).toContain('data-to=');
    // The finder, full-text search and the directory: one file, whose checksum the headers ask for. Their fields
    // are not in the HTML.
    const own = /^<script type="module" src="\/assets\/[^"]+" integrity="sha384-[^"]+">$/;
    expect(scripts.slice(1).every((script) => own.test(script))).toBe(true);
    const typing = new RegExp(`^/[a-z]{2,3}/(?:${fullText.page}/|ask/|professionals/(?:route|directory)/)?$`);
    // The maps of the chain are drawn by the server; their script finds, filters and enlarges.
    const map = /^\/[a-z]{2,3}\/(?:professionals\/map\/|about\/together\/$)/;
    expect(scripts.length).toBe(typing.test(address) || map.test(address) ? 2 : 1);
    // The finder copies its cards from here; the same services stand on the pages of who helps.
    // The form of the referral route is radio buttons alone, which choose what shows without any script.
    const shown = address.endsWith('/ask/')
      ? html.replaceAll(/<template data-service=[\s\S]*?<\/template>/g, '')
      : address.endsWith('/professionals/route/')
        ? html.replaceAll(
            /<input type="radio" name="route-[a-zA-Z]+" id="r-[\w-]+"(?: checked)? autocomplete="off">/g,
            '',
          )
        : html;
    expect(shown).not.toMatch(/<(?:input|select|form|button|textarea)[\s>]/);
    expect(shown).not.toMatch(/<[^>]+\s(?:hidden|inert)[\s>=]|<noscript|<template/);
  });

  it('numbers its sources as they stand at its foot', () => {
    const listed = [...html.matchAll(/<li id="source-(\d+)">/g)].map((match) => Number(match[1]));
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    const marks = strings.links.filter(({ attributes }) => attributes.class === 'source');
    for (const { href, text } of marks) expect(href).toBe(`#source-${text}`);
    for (const { text } of marks) expect(listed).toContain(Number(text));
  });

  it('has one h1, a language, a direction and a main part', () => {
    const locale = (localeOfAddress(address) ?? 'nl') as Locale;
    expect(tag(html, 'h1')).toBe(1);
    expect(tag(html, 'main')).toBe(1);
    expect(html).toContain(
      `<html lang="${locale}" dir="${locales[locale].dir}" data-letters="${locales[locale].letters}">`,
    );
  });

  it('T1 offers "leave this site" as its first link to elsewhere, and as its first link', () => {
    expect(strings.links[0]?.href).toBe(site.leaveTo);
    expect(strings.links.find(({ href }) => /^https?:/.test(href))?.attributes['data-leave']).toBeDefined();
  });

  it('has only links that lead somewhere', () => {
    const inside = strings.links.filter(({ href }) => !/^(?:https:|tel:|mailto:)/.test(href));
    const dead = inside.filter(({ href }) => {
      const [path = '', anchor] = href.split('#');
      if (path === '') return anchor === undefined || !html.includes(`id="${anchor}"`);
      if (!path.startsWith('/') || path.startsWith('//')) return true;
      return !files.has(path.endsWith('/') ? `${path}index.html` : path);
    });
    expect(dead).toEqual([]);
  });

  it('T12 tells no other site where the visitor came from', () => {
    const outside = strings.links.filter(({ href }) => href.startsWith('https:'));
    expect(outside.filter(({ attributes }) => attributes.rel !== 'noopener noreferrer')).toEqual([]);
    expect(outside.filter(({ attributes }) => attributes.target !== undefined)).toEqual([]);
  });

  it('has headings that skip no level', () => {
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});
