# Turns text files into one table: till::embedded::<SYMBOL>() -> span of {name, text}.
# With NUMBERED, the files must be 0001_..., 0002_... without a gap.
set(expected 1)
set(body "")
set(count 0)
list(SORT FILES)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  if(NUMBERED)
    string(SUBSTRING ${name} 0 4 number)
    string(REGEX REPLACE "^0+" "" plain ${number})
    if(NOT plain STREQUAL "${expected}")
      message(FATAL_ERROR "${name}: expected number ${expected}")
    endif()
    math(EXPR expected "${expected}+1")
  endif()
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," chars "${hex}")
  string(APPEND body "static const char data_${count}[] = {${chars}'\\0'};\n")
  string(APPEND table "    {\"${name}\", std::string_view{data_${count}, sizeof data_${count} - 1}},\n")
  math(EXPR count "${count}+1")
endforeach()
file(WRITE ${OUT} "#include <array>
#include <span>
#include <string_view>
#include \"base/embedded_file.h\"

namespace till::embedded {
namespace {
${body}
const std::array<EmbeddedFile, ${count}> kFiles{{
${table}}};
} // namespace
std::span<const EmbeddedFile> ${SYMBOL}() { return kFiles; }
} // namespace till::embedded
")
