/** What to install so that scans and pictures can be read. */
export const RECOGNITION_PACKAGES =
  'tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-chi-sim, tesseract-ocr-chi-tra and poppler-utils';
