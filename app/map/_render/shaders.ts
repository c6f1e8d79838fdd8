/** Pixels from which on a point's shape is drawn; smaller ones are squares, which cost least. */
export const SHAPED_FROM = 5;

/** Places and codes as the vertices have them; `similarity` is a byte of its own. `chosen` picks the code that colours a point. */
export const VERTEX_SHADER = `#version 300 es
precision highp float;
in vec2 place;
in vec4 codes;
in float similarity;
uniform vec2 middle;
uniform vec2 scale;
uniform float size;
uniform vec4 chosen;
uniform float bySimilarity;
uniform float opacity;
uniform float dimmed;
uniform vec4 context;
uniform sampler2D palette;
flat out vec4 colour;
flat out int shape;
flat out float radius;

void main() {
  gl_Position = vec4((place - middle) * scale, 0.0, 1.0);
  gl_PointSize = size;
  int code = int(dot(codes, chosen) * 255.0 + bySimilarity * similarity * 255.0 + 0.5);
  colour = vec4(mix(texelFetch(palette, ivec2(code, 0), 0).rgb, context.rgb, dimmed), 1.0) * opacity;
  shape = int(texelFetch(palette, ivec2(int(codes.y * 255.0 + 0.5), 1), 0).r * 255.0 + 0.5);
  radius = size / 2.0;
}`;

/** Distances are in pixels inside the outline, so that edges are soft over one of them. Colours are multiplied by their opacity. */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
flat in vec4 colour;
flat in int shape;
flat in float radius;
uniform float shaped;
out vec4 painted;

float inside(vec2 at) {
  if (shape == 0) return 0.96 - length(at);
  if (shape == 1) return min(0.78 - at.y, (at.y + 0.98 - 1.76 * abs(at.x)) / 2.02);
  return 0.8 - max(abs(at.x), abs(at.y));
}

void main() {
  if (shaped < 0.5) {
    painted = colour;
    return;
  }
  float covered = clamp(inside(gl_PointCoord * 2.0 - 1.0) * radius + 0.5, 0.0, 1.0);
  if (covered == 0.0) discard;
  painted = colour * covered;
}`;
