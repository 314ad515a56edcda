#include "paper/canvas.h"

#include "paper/picture.h"

#include <new>

namespace till {

Canvas::Canvas(cairo_surface_t* surface)
    : m_surface{surface}
    , m_cairo{cairo_create(surface)}
{
}

Canvas::~Canvas()
{
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void Canvas::startPage(double unitsPerMm)
{
    cairo_identity_matrix(m_cairo);
    cairo_set_source_rgb(m_cairo, 1, 1, 1);
    cairo_paint(m_cairo);
    cairo_set_source_rgb(m_cairo, 0, 0, 0);
    cairo_scale(m_cairo, unitsPerMm, unitsPerMm);
}

void Canvas::checkStatus() const
{
    check(cairo_status(m_cairo));
    check(cairo_surface_status(m_surface));
}

void check(cairo_status_t status)
{
    if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc{};
    if (status != CAIRO_STATUS_SUCCESS) throw PictureFailed{cairo_status_to_string(status)};
}

cairo_status_t appendTo(void* text, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string pngOf(const Canvas& canvas)
{
    std::string bytes;
    check(cairo_surface_write_to_png_stream(canvas.surface(), appendTo, &bytes));
    return bytes;
}

} // namespace till
