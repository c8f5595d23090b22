declare module "world-atlas/land-50m.json" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  /** Natural Earth's land at 1:50 million (public domain), without any border. */
  const topology: Topology<{ land: GeometryCollection }>;
  export = topology;
}
