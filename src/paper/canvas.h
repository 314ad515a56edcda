#pragma once

#include <cairo.h>

#include <string>

namespace till {

/// A cairo surface with its context (private to src/paper).
class Canvas {
public:
    /// Takes the surface. An error in it is told by checkStatus(): no destructor runs when a constructor
    /// throws.
    explicit Canvas(cairo_surface_t* surface);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas();

    cairo_surface_t* surface() const { return m_surface; }
    cairo_t* cairo() const { return m_cairo; }

    void startPage(double unitsPerMm); ///< all white, black ink, millimetres from here on
    void checkStatus() const;          ///< PictureFailed, std::bad_alloc

private:
    cairo_surface_t* m_surface;
    cairo_t* m_cairo;
};

void check(cairo_status_t status); ///< PictureFailed, std::bad_alloc

/// For cairo's streams: appends to the std::string that `text` is.
cairo_status_t appendTo(void* text, const unsigned char* data, unsigned int length);

/// What is on an image surface, as the bytes of a PNG file.
std::string pngOf(const Canvas& canvas);

} // namespace till
