package org.sunlitledger.console.door;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG picture: one path of squares. */
final class QrPicture {
  private static final int BORDER = 4;

  private QrPicture() {}

  static String of(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
        }
      }
    }
    int side = code.size + 2 * BORDER;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
        <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>
        """
        .formatted(side, path);
  }
}
