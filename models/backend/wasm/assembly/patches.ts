/** Windows of pictures as rows of a matrix, so that a convolution is a product. */
import { addTo } from './vector';

/**
 * Patches of one picture x[height x width x channels] as rows [outHeight * outWidth, filterHeight * filterWidth * channels];
 * outside the picture zeros.
 */
export function patches(
  height: i32, width: i32, channels: i32, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32,
  strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32, x: usize, out: usize,
): void {
  const bytes = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const y = oy * strideY - top + fy * dilationY;
        for (let fx = 0; fx < filterWidth; fx++) {
          const at = ox * strideX - left + fx * dilationX;
          if (<u32>y < <u32>height && <u32>at < <u32>width) memory.copy(out, x + (<usize>(y * width + at)) * bytes, bytes);
          else memory.fill(out, 0, bytes);
          out += bytes;
        }
      }
    }
  }
}

/** The reverse of `patches`: adds each patch back to where it came from; `x` is zeroed by the caller. */
export function addPatches(
  height: i32, width: i32, channels: i32, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32,
  strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32, from: usize, x: usize,
): void {
  const bytes = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const y = oy * strideY - top + fy * dilationY;
        for (let fx = 0; fx < filterWidth; fx++) {
          const at = ox * strideX - left + fx * dilationX;
          if (<u32>y < <u32>height && <u32>at < <u32>width) addTo(channels, from, x + (<usize>(y * width + at)) * bytes);
          from += bytes;
        }
      }
    }
  }
}

