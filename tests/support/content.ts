import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A whole content folder in small: two organisations, a place, a rocket and a spacecraft. */
const tinyContent: Record<string, string> = {
  "types.yaml": `
place: {label: place, plural: places, zh: 地点}
city: {parent: place, label: city, plural: cities, zh: 城市}
launch_site: {parent: place, label: launch site, plural: launch sites, zh: 发射场, article: the}
organization: {label: organisation, plural: organisations, zh: 机构, article: the}
rocket: {label: rocket, plural: rockets, zh: 火箭}
spacecraft: {label: spacecraft, plural: spacecraft, zh: 航天器}
`,
  "units.yaml": `
kg: {symbol: kg, dimension: mass, factor: 1, aliases: [kilogram]}
t: {symbol: t, dimension: mass, factor: 1000}
km: {symbol: km, dimension: length, factor: 1000}
`,
  "qualifiers.yaml": `
altitude_km: {label: Altitude (km), narrows: true}
launch_id: {label: Launch number, narrows: false}
`,
  "sources.yaml": `
catalogue:
  title: A catalogue
  kind: dataset
  url: https://example.org/catalogue
  credit: CC BY
press:
  title: A report
  kind: state-press
`,
  "ambiguous-aliases.yaml": `
academy: [first-academy, second-academy]
`,
  "predicates/general.yaml": `
part_of:
  label: Part of
  domain: [organization]
  kind: entity
  range: [organization]
  granular: true
  statement: "{subject} is part of {value}."
  ask: {en: ["What is {subject} part of?"]}

located_in:
  label: Located in
  domain: [organization, launch_site]
  kind: entity
  range: [city]
  functional: true
  statement: "{subject} is in {value}."

mass:
  label: Mass
  domain: [spacecraft]
  kind: quantity
  functional: true
  unit: kg
  feasible: {min: 1, max: 200000}
  tolerance: 0.05
  statement: "{subject} has a mass of {value}."
`,
  "predicates/launches.yaml": `
launched_by:
  label: Launched by
  domain: [spacecraft]
  kind: entity
  range: [rocket]
  functional: true
  statement: "{subject} was launched by {value}."
  ask: {en: ["Which rocket launched {subject}?"]}

launch_date:
  label: Launch date
  domain: [spacecraft]
  kind: date
  functional: true
  statement: "{subject} was launched on {value}."
`,
  "entities/organizations.yaml": `
first-academy:
  type: organization
  name: First Academy
  zh: 一院
  aliases: [Academy]
  facts:
    part_of:
      - id: first-academy.part_of
        value: corporation
        sources: [catalogue @ row 7]
    located_in:
      - id: first-academy.located_in
        value: capital
        sources: [catalogue]

second-academy:
  type: organization
  name: Second Academy
  aliases: [Academy]

corporation:
  type: organization
  name: Corporation

capital:
  type: city
  name: Capital
`,
  "entities/flights.yaml": `
rocket-1:
  type: rocket
  name: Rocket 1

ship-1:
  type: spacecraft
  name: Ship 1
  aliases: [S-1]
  facts:
    launched_by:
      - id: ship-1.launched_by
        formerIds: [ship-1.rocket]
        value: rocket-1
        sources: [catalogue, press]
    launch_date:
      - id: ship-1.launch_date
        value: 2003-10-15
        zone: UTC
        beijing: 2003-10-16
        sources: [catalogue]
    mass:
      - id: ship-1.mass
        value: 8
        unit: t
        bound: about
        qualifiers: {launch_id: 2003-045, altitude_km: 340}
        assurance: single-source
        sources: [press]
`,
};

/** A content folder of a test, to break in one place. */
export class ContentFolder {
  readonly path = mkdtempSync(join(tmpdir(), "hangtian-content-"));

  write(file: string, text: string): this {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(/^\n/, ""));
    return this;
  }

  /** Replaces a text that must be there, and says on which line it stood. */
  edit(file: string, from: string, to: string): number {
    const text = readFileSync(join(this.path, file), "utf8");
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`${file} does not contain "${from}".`);
    this.write(file, text.replace(from, () => to));
    return text.slice(0, at).split("\n").length;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The small content folder, written to disk. */
export function writeTinyContent(): ContentFolder {
  const folder = new ContentFolder();
  for (const [file, text] of Object.entries(tinyContent)) folder.write(file, text);
  return folder;
}
