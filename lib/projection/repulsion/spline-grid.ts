// Cubic B-splines on a square grid, a node a unit. A point at t = 0 … 1 past a node reaches that node, the one before and the two after.

/**
 * Spreads a charge of 1 for every point over the nodes of the rows from `firstRow` to `endRow`, which are cleared first.
 * Every node sums its points in their order, whoever owns its row.
 * @param field nodes × nodes   @param positions x and y in turn   @param scale nodes a unit of the layout
 */
export function spreadCharges(field: Float64Array, nodes: number, positions: Float64Array, originX: number, originY: number, scale: number, firstRow: number, endRow: number): void {
  field.fill(0, firstRow * nodes, endRow * nodes);
  for (let i = 0; i < positions.length; i += 2) {
    const v = (positions[i + 1]! - originY) * scale;
    const row = Math.floor(v);
    if (row + 2 < firstRow || row - 1 >= endRow) continue;
    const u = (positions[i]! - originX) * scale;
    const column = Math.floor(u);
    const t = u - column;
    const r = 1 - t;
    const x0 = (r * r * r) / 6, x3 = (t * t * t) / 6, x1 = 2 / 3 - t * t * (1 - 0.5 * t), x2 = 1 - x0 - x1 - x3;
    const tv = v - row;
    const rv = 1 - tv;
    const y0 = (rv * rv * rv) / 6, y3 = (tv * tv * tv) / 6, y1 = 2 / 3 - tv * tv * (1 - 0.5 * tv), y2 = 1 - y0 - y1 - y3;
    let at = (row - 1) * nodes + column - 1;
    if (row - 1 >= firstRow && row + 2 < endRow) {
      addRow(field, at, y0, x0, x1, x2, x3);
      addRow(field, at + nodes, y1, x0, x1, x2, x3);
      addRow(field, at + 2 * nodes, y2, x0, x1, x2, x3);
      addRow(field, at + 3 * nodes, y3, x0, x1, x2, x3);
      continue;
    }
    for (let k = -1; k <= 2; k++, at += nodes) {
      const weight = k < 0 ? y0 : k === 0 ? y1 : k === 1 ? y2 : y3;
      if (row + k >= firstRow && row + k < endRow) addRow(field, at, weight, x0, x1, x2, x3);
    }
  }
}

function addRow(field: Float64Array, at: number, weight: number, x0: number, x1: number, x2: number, x3: number): void {
  field[at]! += weight * x0;
  field[at + 1]! += weight * x1;
  field[at + 2]! += weight * x2;
  field[at + 3]! += weight * x3;
}

/**
 * Reads the field and its gradient (a unit of the layout) at the points from `first` to `end`.
 * @param gradient x and y in turn   @param value one number a point
 */
export function gatherPotential(field: Float64Array, nodes: number, positions: Float64Array, originX: number, originY: number, scale: number, first: number, end: number, gradient: Float64Array, value: Float64Array): void {
  for (let i = first; i < end; i++) {
    const u = (positions[2 * i]! - originX) * scale;
    const v = (positions[2 * i + 1]! - originY) * scale;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const t = u - column;
    const r = 1 - t;
    const x0 = (r * r * r) / 6, x3 = (t * t * t) / 6, x1 = 2 / 3 - t * t * (1 - 0.5 * t), x2 = 1 - x0 - x1 - x3;
    const dx0 = -0.5 * r * r, dx3 = 0.5 * t * t, dx1 = t * (1.5 * t - 2), dx2 = -dx0 - dx1 - dx3;
    const tv = v - row;
    const rv = 1 - tv;
    const y0 = (rv * rv * rv) / 6, y3 = (tv * tv * tv) / 6, y1 = 2 / 3 - tv * tv * (1 - 0.5 * tv), y2 = 1 - y0 - y1 - y3;
    const dy0 = -0.5 * rv * rv, dy3 = 0.5 * tv * tv, dy1 = tv * (1.5 * tv - 2), dy2 = -dy0 - dy1 - dy3;
    const a = (row - 1) * nodes + column - 1, b = a + nodes, c = b + nodes, d = c + nodes;
    const a0 = field[a]!, a1 = field[a + 1]!, a2 = field[a + 2]!, a3 = field[a + 3]!;
    const b0 = field[b]!, b1 = field[b + 1]!, b2 = field[b + 2]!, b3 = field[b + 3]!;
    const c0 = field[c]!, c1 = field[c + 1]!, c2 = field[c + 2]!, c3 = field[c + 3]!;
    const d0 = field[d]!, d1 = field[d + 1]!, d2 = field[d + 2]!, d3 = field[d + 3]!;
    const sa = a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3, sb = b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
    const sc = c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3, sd = d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3;
    const ga = a0 * dx0 + a1 * dx1 + a2 * dx2 + a3 * dx3, gb = b0 * dx0 + b1 * dx1 + b2 * dx2 + b3 * dx3;
    const gc = c0 * dx0 + c1 * dx1 + c2 * dx2 + c3 * dx3, gd = d0 * dx0 + d1 * dx1 + d2 * dx2 + d3 * dx3;
    value[i] = sa * y0 + sb * y1 + sc * y2 + sd * y3;
    gradient[2 * i] = scale * (ga * y0 + gb * y1 + gc * y2 + gd * y3);
    gradient[2 * i + 1] = scale * (sa * dy0 + sb * dy1 + sc * dy2 + sd * dy3);
  }
}
