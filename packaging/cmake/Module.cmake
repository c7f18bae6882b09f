# kakehashi_module(NAME USES lib...): one folder of core = one static library = one namespace.
# Sources are globbed: a file in the folder belongs to the module, there is no second list.
function(kakehashi_module name)
    cmake_parse_arguments(arg "" "" "USES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp
                                                ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
    add_library(kakehashi_${name} STATIC ${sources})
    set_target_properties(kakehashi_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(kakehashi_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(kakehashi_${name} PUBLIC ${arg_USES} PRIVATE kakehashi_strict)
    if(name STREQUAL "base")
        target_precompile_headers(kakehashi_base PRIVATE
                                  ${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled.h)
    else()
        target_precompile_headers(kakehashi_${name} REUSE_FROM kakehashi_base)
    endif()
endfunction()
