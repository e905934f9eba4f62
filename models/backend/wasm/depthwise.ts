/** Gradients of a depthwise convolution in plain loops; no model here spends its time in them. Arrays are NHWC, row-major. */
import type { backend_util } from '@tensorflow/tfjs-core';

type ConvInfo = ReturnType<typeof backend_util.computeConv2DInfo>;
type Floats = { [index: number]: number; fill(value: number): unknown };

/** Calls `visit` with the flat positions in x, dy and the filter of every product that the convolution adds up. */
const eachProduct = (info: ConvInfo, visit: (x: number, dy: number, filter: number) => void): void => {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const multiplier = outChannels / inChannels;
  for (let picture = 0; picture < info.batchSize; picture++)
    for (let oy = 0; oy < outHeight; oy++)
      for (let ox = 0; ox < outWidth; ox++)
        for (let fy = 0; fy < info.filterHeight; fy++) {
          const y = oy * info.strideHeight - info.padInfo.top + fy * info.dilationHeight;
          if (y < 0 || y >= inHeight) continue;
          for (let fx = 0; fx < info.filterWidth; fx++) {
            const at = ox * info.strideWidth - info.padInfo.left + fx * info.dilationWidth;
            if (at < 0 || at >= inWidth) continue;
            for (let channel = 0; channel < inChannels; channel++) {
              const x = ((picture * inHeight + y) * inWidth + at) * inChannels + channel;
              for (let q = 0; q < multiplier; q++) {
                const dy = ((picture * outHeight + oy) * outWidth + ox) * outChannels + channel * multiplier + q;
                visit(x, dy, ((fy * info.filterWidth + fx) * inChannels + channel) * multiplier + q);
              }
            }
          }
        }
};

export const depthwiseFilterGradient = (info: ConvInfo, x: Floats, dy: Floats, out: Floats): void => {
  out.fill(0);
  eachProduct(info, (xAt, dyAt, filterAt) => {
    out[filterAt] = out[filterAt]! + x[xAt]! * dy[dyAt]!;
  });
};

export const depthwiseInputGradient = (info: ConvInfo, dy: Floats, filter: Floats, out: Floats): void => {
  out.fill(0);
  eachProduct(info, (xAt, dyAt, filterAt) => {
    out[xAt] = out[xAt]! + dy[dyAt]! * filter[filterAt]!;
  });
};
