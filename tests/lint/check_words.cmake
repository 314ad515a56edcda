# What is written is finished: no note to self in code, documents or resources.
include(${CMAKE_CURRENT_LIST_DIR}/forbid.cmake)

file(GLOB_RECURSE files
  ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp
  ${ROOT}/migrations/*.sql ${ROOT}/migrations/*.md ${ROOT}/docs/*.md ${ROOT}/docs/*.1
  ${ROOT}/src/*.txt ${ROOT}/ui/*.txt ${ROOT}/tests/*.txt ${ROOT}/resources/*.txt ${ROOT}/resources/*.desktop
  ${ROOT}/resources/*.xml ${ROOT}/resources/*.json ${ROOT}/resources/*.svg ${ROOT}/resources/*.ts)
foreach(single README.md CMakeLists.txt dev)
  if(EXISTS ${ROOT}/${single})
    list(APPEND files ${ROOT}/${single})
  endif()
endforeach()
forbid("unfinished" "\\b(TODO|FIXME|XXX|HACK|TBD|WIP)\\b" ${files})
forbid("unfinished" "\\b([Pp]laceholder|[Ss]tub(bed)?|[Nn]ot (yet )?implemented|[Cc]oming soon|[Ll]orem ipsum)\\b" ${files})
finish()
