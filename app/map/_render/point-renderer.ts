import { createBufferInfoFromArrays, createProgramInfo, createTexture, createVertexArrayInfo, setBuffersAndAttributes, setTextureFromArray, setUniforms, type ProgramInfo, type VertexArrayInfo } from "twgl.js";
import { channelsOf } from "@/lib/features/caption-map/palette";
import { BYTES_PER_POINT } from "@/lib/features/caption-map/point-columns";
import { CODE_OFFSETS, type Vertices } from "../_points/vertices";
import { FRAGMENT_SHADER, SHAPED_FROM, VERTEX_SHADER } from "./shaders";

/** What decides the colour of a point: one of its codes, or its similarity. */
export type PointCode = keyof typeof CODE_OFFSETS | "similarity";

export interface PointStyle {
  code: PointCode;
  /** 256, as #rrggbb. */
  colours: readonly string[];
  /** By language code: 0 a circle, 1 a triangle, 2 a square. */
  shapes: readonly number[];
  /** Of points that others stand out from. */
  context: string;
}

export interface PointPass {
  /** The middle of the picture, in map coordinates. */
  middle: { x: number; y: number };
  /** Map to clip space, which is 2 wide and high. */
  scale: { x: number; y: number };
  /** Device pixels. */
  size: number;
  opacity: number;
  /** From 0, their own colours, to 1, those of the context. */
  dimmed: number;
}

interface Batch {
  vertices: WebGLBuffer;
  similarity: WebGLBuffer | null;
  array: VertexArrayInfo;
  count: number;
}

const PALETTE_ROWS = 2;
const COLOURS = 256;

/** Says that this browser draws no WebGL 2. */
export class NoWebGl extends Error {}

/**
 * Draws points as they came over the wire: 8 bytes each, in graphics memory unchanged. Colours are looked up by code, so changing them moves 2 kB.
 * @throws NoWebGl
 */
export class PointRenderer {
  readonly gl: WebGL2RenderingContext;
  private readonly program: ProgramInfo;
  private readonly palette: WebGLTexture;
  private readonly all: Batch;
  private lit: Batch | null = null;
  private style: PointStyle | null = null;

  constructor(readonly canvas: HTMLCanvasElement, capacity: number) {
    // Kept from frame to frame: points are added to those that are drawn. Their edges are soft already.
    const gl = canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
    if (!gl) throw new NoWebGl("This browser draws no WebGL 2.");
    this.gl = gl;
    const problems: string[] = [];
    this.program = createProgramInfo(gl, [VERTEX_SHADER, FRAGMENT_SHADER], { errorCallback: (problem: string) => problems.push(problem) });
    if (problems.length > 0) throw new NoWebGl(problems.join("\n"));
    this.palette = createTexture(gl, { width: COLOURS, height: PALETTE_ROWS, minMag: gl.NEAREST, wrap: gl.CLAMP_TO_EDGE, auto: false });
    this.all = this.createBatch(capacity, true);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Puts points in their place among all. */
  upload(start: number, vertices: Vertices): void {
    const { gl, all } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, all.vertices);
    gl.bufferSubData(gl.ARRAY_BUFFER, BYTES_PER_POINT * start, vertices);
    all.count = Math.max(all.count, start + vertices.length / BYTES_PER_POINT);
  }

  /** Points that are drawn over the others, in full colour. */
  light(vertices: Vertices | null, similarity: Uint8Array | null): void {
    if (this.lit) this.deleteBatch(this.lit);
    this.lit = vertices && vertices.length > 0 ? this.createBatch(vertices.length / BYTES_PER_POINT, similarity !== null) : null;
    if (!this.lit || !vertices) return;
    this.fill(this.lit.vertices, vertices);
    if (this.lit.similarity && similarity) this.fill(this.lit.similarity, similarity);
    this.lit.count = vertices.length / BYTES_PER_POINT;
  }

  /** Bytes by point, from 0, least alike, to 255. */
  setSimilarity(similarity: Uint8Array): void {
    if (this.all.similarity) this.fill(this.all.similarity, similarity);
  }

  setStyle(style: PointStyle): void {
    const texels = new Uint8Array(4 * COLOURS * PALETTE_ROWS);
    style.colours.forEach((colour, code) => texels.set([...channelsOf(colour), 255], 4 * code));
    style.shapes.forEach((shape, code) => texels.set([shape, 0, 0, 255], 4 * (COLOURS + code)));
    setTextureFromArray(this.gl, this.palette, texels, { width: COLOURS, height: PALETTE_ROWS, auto: false, minMag: this.gl.NEAREST });
    this.style = style;
  }

  clear(): void {
    const { gl } = this;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  /** Draws points from `first` to before `end` over what is there. */
  draw(pass: PointPass, first: number, end: number): void {
    this.drawBatch(this.all, pass, first, Math.min(end, this.all.count));
  }

  drawLit(pass: PointPass): void {
    if (this.lit) this.drawBatch(this.lit, pass, 0, this.lit.count);
  }

  dispose(): void {
    this.deleteBatch(this.all);
    if (this.lit) this.deleteBatch(this.lit);
    this.gl.deleteTexture(this.palette);
    this.gl.deleteProgram(this.program.program);
  }

  private drawBatch(batch: Batch, { middle, scale, size, opacity, dimmed }: PointPass, first: number, end: number): void {
    const { gl, style } = this;
    if (!style || end <= first) return;
    const context = [...channelsOf(style.context).map((value) => value / 255), 1];
    const codes = Object.keys(CODE_OFFSETS);
    gl.useProgram(this.program.program);
    setBuffersAndAttributes(gl, this.program, batch.array);
    setUniforms(this.program, {
      middle: [middle.x, middle.y], scale: [scale.x, scale.y], size, opacity, dimmed, context, palette: this.palette,
      chosen: codes.map((code) => (code === style.code ? 1 : 0)), bySimilarity: style.code === "similarity" ? 1 : 0, shaped: size >= SHAPED_FROM ? 1 : 0,
    });
    gl.drawArrays(gl.POINTS, first, end - first);
  }

  private createBatch(capacity: number, withSimilarity: boolean): Batch {
    const { gl } = this;
    const vertices = this.allocate(BYTES_PER_POINT * capacity);
    const similarity = withSimilarity ? this.allocate(capacity) : null;
    const info = createBufferInfoFromArrays(gl, {
      place: { buffer: vertices, type: gl.UNSIGNED_SHORT, normalize: true, numComponents: 2, stride: BYTES_PER_POINT, offset: 0 },
      codes: { buffer: vertices, type: gl.UNSIGNED_BYTE, normalize: true, numComponents: 4, stride: BYTES_PER_POINT, offset: CODE_OFFSETS.colour },
      similarity: similarity ? { buffer: similarity, type: gl.UNSIGNED_BYTE, normalize: true, numComponents: 1, stride: 1, offset: 0 } : { value: [0] },
    });
    return { vertices, similarity, array: createVertexArrayInfo(gl, this.program, info), count: 0 };
  }

  private allocate(bytes: number): WebGLBuffer {
    const { gl } = this;
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, Math.max(1, bytes), gl.DYNAMIC_DRAW);
    return buffer;
  }

  private fill(buffer: WebGLBuffer, bytes: Uint8Array): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, bytes);
  }

  private deleteBatch({ vertices, similarity, array }: Batch): void {
    const { gl } = this;
    gl.deleteBuffer(vertices);
    if (similarity) gl.deleteBuffer(similarity);
    if (array.vertexArrayObject) gl.deleteVertexArray(array.vertexArrayObject);
  }
}
